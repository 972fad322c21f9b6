"""Measurements on this machine: how fast, how large, how well found."""
