#!/bin/sh
# Renews the fonts and scripts of theme/vendor.toml and the words of room plain, with their tools in an environment of their own (`make vendor`).
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/vendor"
"$folder/vendor/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-vendor.lock
"$folder/vendor/bin/python" tools/vendor.py
"$folder/vendor/bin/python" tools/frequencies.py
