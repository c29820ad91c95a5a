package org.coalition.defaults.write;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Finds the operations that change something, at build time, so that no resource can forget to say so. */
public class WriteOperations implements BuildCompatibleExtension {

    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Path.class)
    public void mark(MethodConfig operation) {
        if (Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class).anyMatch(operation.info()::hasAnnotation)) {
            operation.addAnnotation(WriteOperation.class);
        }
    }
}
