#!/bin/sh
# Runs a server for as long as someone holds this script's standard input open, then leaves nothing behind.
# That someone may be killed without a chance to clean up: its end of the pipe closes all the same.
# $1: the run's directory, which holds the data directory; the rest: the server's command line
# A line on the standard input says that the server has come up.
trap '' HUP INT QUIT TERM
run=$1
shift
exec 3<&0

"$@" </dev/null >"$run/server.log" 2>&1 3<&- &
server=$!

(
  while read -r _; do
    # a server that gets killed leaves its shared memory: remember its name while it can be asked
    sed -n 's|^.* \(/dev/shm/PostgreSQL[^ ]*\).*|\1|p' "/proc/$server/maps" >"$run/shm"
  done
  [ -e "$run/ended" ] && exit
  kill -QUIT "$server"
  tries=0
  while kill -0 "$server" && [ "$tries" -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -KILL "$server"
) <&3 3<&- 2>/dev/null &

wait "$server"
: >"$run/ended"

if [ -e "$run/data/postmaster.pid" ]; then # it was killed: its busy sessions live on, each in the data directory
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/cwd")" = "$run/data" ] && kill -KILL "${process#/proc/}"
  done
  ipcrm -m "$(sed -n '7s/.* //p' "$run/data/postmaster.pid")"
  [ -e "$run/shm" ] && xargs rm -f <"$run/shm"
fi 2>/dev/null

wait
rm -rf "$run"
