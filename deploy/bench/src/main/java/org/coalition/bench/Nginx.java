package org.coalition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coalition.local.stack.Ports;

/** nginx as the plainest reverse proxy that still limits: kept connections both ways, a rate limit for each address. */
final class Nginx {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 100000000;
              limit_req_zone $binary_remote_addr zone=clients:10m rate=100000r/s;
              upstream service { server 127.0.0.1:%3$d; keepalive 64; keepalive_requests 100000000; }
              server {
                listen 127.0.0.1:%2$d;
                client_max_body_size 1m;
                limit_req zone=clients burst=100000 nodelay;
                location / {
                  proxy_pass http://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_set_header X-Forwarded-Host $host;
                }
              }
            }
            """;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts nginx in front of a port, or returns null where it is not installed. */
    static Nginx start(Path folder, int upstream) throws IOException {
        Path program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (program == null) {
            return null;
        }
        int port = Ports.free(1).get(0);
        Files.createDirectories(folder);
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, port, upstream));
        Process process = new ProcessBuilder(
                        program.toString(), "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        return new Nginx(process, port);
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
