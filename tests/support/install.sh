# SPDX-License-Identifier: MIT
# Sourced by tests/run and examples/run: installs what is missing on Debian, and elsewhere says what is.
#
#   need_packages "to build" gcc meson ninja-build pkg-config libyaml-dev libical-dev

# Is what a Debian package brings already here, from whatever source?
has_package() {
	case "$1" in
	libc6-dev) test -e /usr/include/stdio.h ;;
	gcc) command -v cc && echo 'int main(void) { return 0; }' | cc -xc - -o /dev/null ;;
	g++) command -v c++ && echo '#include <cstdint>' | c++ -xc++ -fsyntax-only - ;;
	ninja-build) command -v ninja ;;
	pkg-config) command -v pkg-config || command -v pkgconf ;;
	libyaml-dev) pkg-config --exists 'yaml-0.1 >= 0.2.5' ;;
	libical-dev) pkg-config --exists 'libical >= 3.0' ;;
	python3) test -x /usr/bin/python3 ;;
	python3-jsonschema) /usr/bin/python3 -c 'import jsonschema' ;;
	python3-yaml) /usr/bin/python3 -c 'import yaml' ;;
	python3-venv) /usr/bin/python3 -c 'import venv, ensurepip' ;;
	python3-*) /usr/bin/python3 -c "import ${1#python3-}" ;;
	binutils) command -v nm && command -v readelf ;;
	abigail-tools) command -v abidw && command -v abidiff ;;
	chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
	tzdata) test -e /usr/share/zoneinfo/Europe/London ;;
	*) command -v "$1" ;;
	esac >/dev/null 2>&1
}

# As root, or through sudo where there is one.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

need_packages() {
	local purpose=$1 package missing=()
	shift
	for package in "$@"; do
		has_package "$package" && continue
		missing+=("$package")
		# gcc alone brings no C library to link with.
		[ "$package" = gcc ] && missing+=(libc6-dev)
	done
	[ ${#missing[@]} -gt 0 ] || return 0

	if ! command -v apt-get >/dev/null 2>&1; then
		echo "Missing $purpose; these are Debian's names of the packages: ${missing[*]}" >&2
		return 1
	fi
	if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
		echo "Missing $purpose. As root: apt-get install ${missing[*]}" >&2
		return 1
	fi
	echo "Installing $purpose: ${missing[*]}"
	export DEBIAN_FRONTEND=noninteractive
	as_root apt-get update -qq </dev/null >/dev/null &&
		as_root apt-get install -qq -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null || {
		echo "apt-get could not install: ${missing[*]}" >&2
		return 1
	}
	for package in "${missing[@]}"; do
		has_package "$package" || {
			echo "$package is installed, but what it brings is not found" >&2
			return 1
		}
	done
}
