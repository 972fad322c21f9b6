#!/bin/sh
# Makes .venv and installs a lock file into it, with hashes.
#   sh tools/environment.sh LOCKFILE    installs
#   sh tools/environment.sh stale       takes away a .venv that no longer works in this place
set -eu

find_python() {
    for name in python3.13 python3.12 python3.11 python3.14 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    cat >&2 <<'TEXT'
Lyttevei trenger Python 3.11 eller nyere, og fant ingen på denne maskinen.
  Debian og Ubuntu:  sudo apt install python3 python3-venv
  Mac:               brew install python   (eller last ned fra python.org)
Skriv så den samme kommandoen en gang til.
TEXT
    return 1
}

check_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    cat >&2 <<TEXT
Python $version er her, men mangler delen som heter «venv».
  Debian og Ubuntu:  sudo apt install python$version-venv
  Mac:               brew install python   (eller last ned fra python.org)
Skriv så den samme kommandoen en gang til.
TEXT
    return 1
}

make_venv() {
    [ -f .venv/place ] && return
    python=$(find_python)
    check_venv "$python"
    echo "Lager .venv med $("$python" --version)."
    "$python" -m venv --clear .venv
    pwd >.venv/place
}

install() {
    echo "Installerer det som står i $1. Første gang tar det et minutt eller to."
    # Not compiled here: Python compiles what is used when it is used, and most of it never is.
    if ! .venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r "$1"; then
        echo "Installeringen stoppet. Er maskinen på nett? Meldingen over sier hva som manglet." >&2
        return 1
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
    # The way to this checkout, written as seen from there: Python 3.11 cannot read an "æ" in it where LC_ALL=C.
    for way in .venv/lib/python*/site-packages/_lyttevei.pth; do
        echo ../../../.. >"$way"
    done
}

if [ "$1" = stale ]; then
    [ -d .venv ] || exit 0
    [ "$(cat .venv/place 2>/dev/null)" = "$(pwd)" ] && .venv/bin/python -c '' 2>/dev/null && exit 0
    rm -rf .venv
    exit 0
fi
make_venv
install "$1"
