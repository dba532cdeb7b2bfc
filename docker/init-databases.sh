#!/bin/bash
# One database and one role per service; no service can even connect to another's.
set -euo pipefail

for name in $SERVICE_DATABASES; do
  psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
    --set name="$name" --set password="$SERVICE_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done

psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 <<'SQL'
revoke connect on database postgres from public;
revoke connect on database template1 from public;
SQL
