#!/bin/sh
# Builds bouncelens_VERSION_all.deb in the working directory, out of this checkout: npm run build first. Needs npm and dpkg-deb.
# The package holds the command with what it needs, its man page, completions, and units that are not enabled by themselves.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
version=$(node -p "require('$root/package.json').version")
stage=$(mktemp -d)
chmod 755 "$stage"
trap 'rm -rf "$stage"' EXIT
lib=$stage/usr/lib/bouncelens

umask 022
mkdir -p "$lib" "$stage/DEBIAN" "$stage/usr/bin" "$stage/usr/share/man/man1" "$stage/usr/share/doc/bouncelens" \
  "$stage/usr/share/bash-completion/completions" "$stage/usr/share/zsh/vendor-completions" \
  "$stage/usr/share/fish/vendor_completions.d" "$stage/lib/systemd/system"
cp -R "$root/dist" "$root/package.json" "$root/package-lock.json" "$lib/"
(cd "$lib" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund >&2)
rm "$lib/package-lock.json"

# Units and completions name the program as it will be called.
bouncelens() { node "$lib/dist/cli/main.js" "$@" 2>/dev/null | sed "s|$(command -v node)|/usr/bin/node|g; s|$lib|/usr/lib/bouncelens|g"; }
ln -s ../lib/bouncelens/dist/cli/main.js "$stage/usr/bin/bouncelens"
gzip -9n <"$root/dist/man/bouncelens.1" >"$stage/usr/share/man/man1/bouncelens.1.gz"
bouncelens completion bash >"$stage/usr/share/bash-completion/completions/bouncelens"
bouncelens completion zsh >"$stage/usr/share/zsh/vendor-completions/_bouncelens"
bouncelens completion fish >"$stage/usr/share/fish/vendor_completions.d/bouncelens.fish"
bouncelens setup --print systemd-watch >"$stage/lib/systemd/system/bouncelens-watch.service"
# Two units, one behind the other, each under a line with its name.
bouncelens setup --print systemd | awk -v to="$stage/lib/systemd/system/" '/^# \/etc\/systemd\/system\// { n = split($2, part, "/"); file = to part[n] } { print > file }'
cp "$root/LICENSE" "$stage/usr/share/doc/bouncelens/copyright"
gzip -9n <"$root/CHANGELOG.md" >"$stage/usr/share/doc/bouncelens/changelog.gz"

cat >"$stage/DEBIAN/control" <<CONTROL
Package: bouncelens
Version: $version
Architecture: all
Maintainer: the bouncelens project <maintainers@bouncelens.invalid>
Installed-Size: $(du -sk --exclude=DEBIAN "$stage" | cut -f1)
Depends: nodejs (>= 20.19)
Recommends: bzip2
Section: mail
Priority: optional
Description: $(node -p "require('$root/package.json').description")
 Reads mail logs and bounce mails, counts what became of each recipient, and
 documents every reply code, with cause and fix. Reports as text, HTML, CSV and
 JSON; follows live logs with metrics for Prometheus.
CONTROL

dpkg-deb --root-owner-group --build "$stage" "bouncelens_${version}_all.deb"
