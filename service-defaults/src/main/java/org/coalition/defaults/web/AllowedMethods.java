package org.coalition.defaults.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods a path has; the framework answers 405 without saying so (RFC 9110, section 15.5.6, wants it said). */
@Singleton
class AllowedMethods {
    private final List<Route> routes = new ArrayList<>();

    private record Route(Pattern path, String method) {}

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(this::add);
    }

    /** The value of {@code Allow} for this path. */
    String at(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path.matcher(path).matches()) {
                methods.add(route.method);
                if (route.method.equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD);
                }
            }
        }
        return String.join(", ", methods);
    }

    private void add(Class<?> resource) {
        for (Method operation : resource.getDeclaredMethods()) {
            for (Annotation annotation : operation.getAnnotations()) {
                HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (method != null) {
                    Path path = operation.getAnnotation(Path.class);
                    String template =
                            resource.getAnnotation(Path.class).value() + (path == null ? "" : "/" + path.value());
                    routes.add(new Route(
                            Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?"), method.value()));
                }
            }
        }
    }
}
