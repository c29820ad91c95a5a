package org.coalition.acceptance.running;

import org.coalition.local.stack.Feature;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the running set, or the one {@link AsInACluster}: started with the first that asks for it, stopped after the last
 * test.
 */
public final class Acceptance implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Acceptance.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSet.class;
    }

    @Override
    public RunningSet resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean cluster = parameter.isAnnotated(AsInACluster.class);
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        cluster ? "cluster" : "set",
                        folder -> cluster ? RunningSet.start(folder, Feature.values()) : RunningSet.start(folder),
                        RunningSet.class);
    }
}
