#!/bin/sh
# guard.sh <folder of pid files>: ends what is recorded there when its standard input closes,
# which happens when whoever started it is gone, by `kill -9` too. A run that ended well leaves no pid files.
trap '' INT TERM HUP
cat > /dev/null
for file in "$1"/*.pid; do
  [ -f "$file" ] || continue
  read -r pid signal _ < "$file" && kill -s "${signal#SIG}" "$pid"
done 2> /dev/null
tries=0
while [ "$tries" -lt 100 ]; do
  alive=
  for file in "$1"/*.pid; do
    [ -f "$file" ] && read -r pid _ < "$file" && kill -0 "$pid" && alive="$alive -$pid"
  done 2> /dev/null
  [ -z "$alive" ] && exit
  sleep 0.1
  tries=$((tries + 1))
done
# shellcheck disable=SC2086 # a list of process groups
kill -s KILL -- $alive 2> /dev/null
