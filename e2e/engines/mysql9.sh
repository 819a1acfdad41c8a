#!/bin/sh
# Gets a real MySQL 9 for the engine tests where the system's packages have none: the server's packages of Debian's
# unstable release, unpacked into a folder of their own. Nothing of it is installed into the system but mmdebstrap.
# usage: sh e2e/engines/mysql9.sh [DIR]     DIR: $RELATA_ENGINES_DIR, else relata-engines in the temporary folder
set -eu
dir=${1:-${RELATA_ENGINES_DIR:-${TMPDIR:-/tmp}/relata-engines}}
target=$dir/mysql9
if [ -x "$target/usr/sbin/mysqld" ]; then echo "MySQL 9 is in $target already"; exit 0; fi
command -v apt-get >/dev/null || { echo "This needs Debian (apt-get); set RELATA_MYSQLD to a mysqld 9 instead." >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
command -v mmdebstrap >/dev/null || { as_root apt-get update -qq; as_root apt-get install -y -qq mmdebstrap >/dev/null; }
# Ubuntu's own archive has no unstable release of Debian.
grep -q '^ID=debian' /etc/os-release || { echo "This needs Debian; elsewhere set RELATA_MYSQLD to a mysqld 9." >&2; exit 1; }
archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
mkdir -p "$dir"
aside=$(mktemp -d "$dir/mysql9-XXXXXX")
trap 'as_root rm -rf "$aside"' EXIT
as_root mmdebstrap --quiet --variant=apt --components=main --aptopt='Acquire::Check-Valid-Until "false"' \
  --aptopt='APT::Install-Recommends "false"' --include=mysql-server-core sid "$aside/root" "$archive"
as_root chmod 755 "$aside/root"
as_root mv "$aside/root" "$target" 2>/dev/null || [ -x "$target/usr/sbin/mysqld" ]
echo "MySQL 9 is in $target"
