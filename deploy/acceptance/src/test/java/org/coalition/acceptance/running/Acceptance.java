package org.coalition.acceptance.running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class the running set: started with the first that asks for it, stopped after the last test. */
public final class Acceptance implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Acceptance.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSet.class;
    }

    @Override
    public RunningSet resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningSet.class, only -> RunningSet.start(), RunningSet.class);
    }
}
