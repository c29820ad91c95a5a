package org.coalition.defaults.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Who may call an operation, from the annotation that the server enforces. */
final class Access {
    private static final String SCHEME = "coalition";

    private Access() {}

    static void define(Components components) {
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
    }

    /** Writes it to the operation, and answers the roles. */
    static List<String> tell(Operation operation, MethodInfo method) {
        List<String> roles = roles(method);
        operation.addExtension("x-roles", roles);
        if (roles.contains("anonymous")) {
            operation.setSecurity(new ArrayList<>(List.of(
                    OASFactory.createSecurityRequirement(),
                    OASFactory.createSecurityRequirement().addScheme(SCHEME))));
        } else {
            operation.setSecurity(new ArrayList<>(
                    List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME))));
        }
        return roles;
    }

    private static List<String> roles(MethodInfo method) {
        AnnotationInstance allowed = annotation(method, RolesAllowed.class);
        if (allowed != null) {
            return List.of(allowed.value().asStringArray());
        }
        return annotation(method, PermitAll.class) != null ? List.of("anonymous") : List.of();
    }

    private static AnnotationInstance annotation(MethodInfo method, Class<?> type) {
        DotName name = DotName.createSimple(type);
        return method.hasDeclaredAnnotation(name)
                ? method.declaredAnnotation(name)
                : method.declaringClass().declaredAnnotation(name);
    }
}
