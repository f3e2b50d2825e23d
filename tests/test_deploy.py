"""What a server is deployed with: the proxy's configuration, the container, Kubernetes; each held against what the app needs."""

import re
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from bench.load import configuration
from deploy.lock import ROOT
from tests.haproxy import MISSING, find_haproxy, haproxy

KUBERNETES = ROOT / "deploy" / "kubernetes"
PATCHES = ("one.yaml", "replicas.yaml")
MANIFESTS = [file for file in sorted(KUBERNETES.rglob("*.yaml")) if file.name not in (*PATCHES, "kustomization.yaml")]
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")


@pytest.mark.slow
def test_haproxy_takes_the_committed_configuration(tmp_path, monkeypatch):
    """As committed, and as the load test runs it. Without HAProxy this fails, it is not skipped."""
    if (program := find_haproxy()) is None:
        pytest.fail(MISSING, pytrace=False)
    monkeypatch.setenv("BIND", "127.0.0.1:9")
    here = tmp_path / "haproxy.cfg"
    here.write_text(configuration([1, 2, 3]), "utf-8")
    for file in (ROOT / "deploy" / "haproxy.cfg", here):
        told = subprocess.run([program, "-c", "-f", str(file)], capture_output=True, text=True)
        assert told.returncode == 0, told.stderr


def test_every_replica_has_a_cookie_of_its_own():
    """Readers stay where they are by it."""
    assert re.findall(r"cookie (replica\d)$", configuration([1, 2, 3]), re.M) == ["replica1", "replica2", "replica3"]


@pytest.mark.parametrize("file", MANIFESTS, ids=lambda file: file.name)
def test_kubernetes_takes_every_manifest(file: Path):
    """By the schema of its release, strictly: a misspelled field is a fault."""
    kubernetes_validate.validate(_read(file), kubernetes_validate.latest_version(), strict=True)


@pytest.mark.parametrize("overlay", ["school", "public"])
def test_an_overlay_names_files_that_are_there(overlay):
    """Resources and patches."""
    folder = KUBERNETES / "overlays" / overlay
    named = _read(folder / "kustomization.yaml")
    for path in (*named["resources"], *(patch["path"] for patch in named["patches"])):
        assert (folder / path).exists(), path


def test_the_pod_is_told_ready_and_alive_by_addresses_that_exist():
    """And has time to drain."""
    pod = _read(KUBERNETES / "base" / "deployment.yaml")["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    probes = {name: container[name]["httpGet"]["path"] for name in ("startupProbe", "readinessProbe", "livenessProbe")}
    assert probes == {"startupProbe": "/ready", "readinessProbe": "/ready", "livenessProbe": "/_stcore/health"}
    drain = next(int(one["value"]) for one in container["env"] if one["name"] == "DRAIN_SECONDS")
    assert pod["terminationGracePeriodSeconds"] > drain + 10
    assert pod["securityContext"]["runAsNonRoot"] and container["securityContext"]["readOnlyRootFilesystem"]


def test_the_container_has_every_room_that_the_server_imports():
    """And nothing that it does not need: no tests, no pipeline."""
    copied = set(re.findall(r"^COPY (\S+) \1$", CONTAINER, re.M))
    needed = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()} | {"pages"}
    assert needed - copied == {"deploy", "pipeline", "tests"}
    assert [path for path in copied if not (ROOT / path).exists()] == []
    assert "USER 10001" in CONTAINER and "--require-hashes" in CONTAINER and ":latest" not in CONTAINER


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.slow
def test_the_proxy_sheds_half_requests(tmp_path):
    """Within the committed time, answered with 408; nothing of them reaches a server."""
    if find_haproxy() is None:
        pytest.fail(MISSING, pytrace=False)
    committed = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    (seconds,) = re.findall(r"timeout http-request (\d+)s", committed)
    with haproxy(configuration([9]), tmp_path) as port, socket.create_connection(("127.0.0.1", port)) as half:
        half.settimeout(int(seconds) + 10)
        half.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-")
        begun = time.monotonic()
        told = half.recv(4096)
        assert told.startswith(b"HTTP/1.1 408 ") and time.monotonic() - begun < int(seconds) + 5
        assert half.recv(4096) == b""
