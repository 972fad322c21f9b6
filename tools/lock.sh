#!/bin/sh
# Writes the lock files anew from pyproject.toml, for every Python and system at once (maintainers; `make lock`).
# The machine's own settings for packages are kept out: what is locked is what everyone else gets.
set -eu

unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_CONSTRAINT UV_FIND_LINKS UV_INDEX UV_DEFAULT_INDEX UV_INDEX_URL UV_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"${PYTHON:-python3}" -m venv "$folder/uv"
"$folder/uv/bin/python" -m pip install --quiet uv
compile() {
    "$folder/uv/bin/uv" --no-config pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}
compile pyproject.toml --group build --upgrade --output-file requirements.lock
compile pyproject.toml --group build --extra test --upgrade --constraints requirements.lock --output-file requirements-test.lock
compile --group pyproject.toml:vendor --upgrade --output-file requirements-vendor.lock
echo "De tre requirements-filene er skrevet på nytt. Kjør make test før du sender dem inn."
