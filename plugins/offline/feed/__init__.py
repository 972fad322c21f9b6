"""Podcasts: a feed for each theme, with the chapters and the transcript of each page."""
