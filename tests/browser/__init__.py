"""Tests in a real Chromium, and what they stand on."""
