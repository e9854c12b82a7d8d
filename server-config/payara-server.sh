#!/usr/bin/env bash
# The exchange on a full Payara Server, for those who have one: ./run starts the same modules on Payara Micro.
#
#   server-config/payara-server.sh install FOLDER   fetches Payara Server through Maven, makes and tunes a domain "pbx"
#   server-config/payara-server.sh start FOLDER     starts the domain; it takes PBX_… settings from this environment
#   server-config/payara-server.sh deploy FOLDER    deploys, or deploys anew, ear/target/pbx.ear
#   server-config/payara-server.sh undeploy FOLDER  ends the calls and takes it off the domain
#   server-config/payara-server.sh stop FOLDER      ends the calls and the domain
#
# PBX_DB_URL, PBX_DB_USER, PBX_DB_PASSWORD and PBX_DATA must be set before "start": no embedded database here.
# PBX_PORT_BASE (8000), the same for all of them: the portal is on base + 80, administration on base + 48.
set -euo pipefail

version=6.2025.10
domain=pbx
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
base=${PBX_PORT_BASE:-8000}
say() { echo "payara-server: $*" >&2; exit 1; }
[ $# -eq 2 ] || say "give one of install, start, deploy, undeploy, stop, and a folder"
folder=$2
asadmin() { "$folder/payara6/bin/asadmin" --interactive=false --port "$((base + 48))" "$@"; }

install() {
  mkdir -p "$folder"
  if [ ! -d "$folder/payara6" ]; then
    # its POM does not resolve, so without what it names
    local plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
    mvn -q "$plugin:get" "$plugin:copy" -Dartifact="fish.payara.distributions:payara:$version:zip" \
      -Dtransitive=false -DoutputDirectory="$folder" -Dmdep.useBaseVersion=true
    (cd "$folder" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" -xf "payara-$version.zip")
    chmod +x "$folder"/payara6/bin/* "$folder"/payara6/glassfish/bin/*
  fi
  [ ! -d "$folder/payara6/glassfish/domains/$domain" ] || say "$folder has the domain already"
  asadmin --user admin create-domain --nopassword --portbase "$base" "$domain"
  asadmin start-domain "$domain"
  tune
  asadmin stop-domain "$domain"
}

# Why each: settings.md. Many in one call, since each call starts a JVM.
tune() {
  local server=configs.config.server-config
  local http=$server.network-config.protocols.protocol.http-listener-1.http
  local settings=(
    "$server.hazelcast-config-specific-configuration.enabled=false"
    "$server.microprofile-metrics-configuration.security-enabled=true"
    "$server.admin-service.das-config.autodeploy-enabled=false"
    "$http.server-header=false"
    "$http.xpowered-by=false"
  )
  [ -z "${PBX_PROXIES:-}" ] || settings+=("$http.scheme-mapping=X-Forwarded-Proto")
  asadmin set "${settings[@]}"
  asadmin delete-jvm-options '-XX\:+UseG1GC' || true
  asadmin delete-jvm-options '-Xmx512m' || true
  asadmin create-jvm-options '-XX\:+UseZGC:-Xms256m:-Xmx768m'
  asadmin create-jvm-options \
    '-XX\:ThreadPriorityPolicy=1:-XX\:JavaPriority1_To_OSPriority=10:-XX\:JavaPriority9_To_OSPriority=0:-XX\:CompilerThreadPriority=0'
  asadmin disable-phone-home
  local handler=com.sun.enterprise.server.logging.GFFileHandler
  asadmin set-log-attributes "$handler.rotationLimitInBytes=10485760:$handler.maxHistoryFiles=20"
}

deploy() {
  [ -f "$here/ear/target/pbx.ear" ] || say "ear/target/pbx.ear is missing: mvn package first"
  asadmin deploy --force=true --name "$domain" "$here/ear/target/pbx.ear"
}

start() {
  [ -n "${PBX_DB_URL:-}" ] || say "PBX_DB_URL is not set: the exchange needs a MariaDB"
  [ -n "${PBX_DATA:-}" ] || say "PBX_DATA is not set: the exchange needs a folder of its own"
  asadmin start-domain "$domain"
}

case $1 in
  install | start | deploy) "$1" ;;
  undeploy) asadmin undeploy "$domain" ;;
  stop) asadmin stop-domain "$domain" ;;
  *) say "$1 is none of install, start, deploy, undeploy, stop" ;;
esac
