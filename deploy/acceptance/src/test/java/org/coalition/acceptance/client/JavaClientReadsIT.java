package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.client.ApiClient;
import org.coalition.client.ApiException;
import org.coalition.client.api.ContributionsApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every read of the API that needs no more than an id, through the generated Java client: whatever the set answers, the types of
 * the contract can hold it. So a time, a number or a file that the contract tells wrongly is found where nobody looked for it.
 */
@ExtendWith(Acceptance.class)
class JavaClientReadsIT {
    private static final int ENOUGH = 40;

    /** Failures without a status: the answer came, and could not be read. */
    private final List<String> unreadable = new ArrayList<>();

    private final TreeSet<String> read = new TreeSet<>();

    @Test
    void whatEveryReadAnswersFitsTheTypesOfTheContract(RunningSet set) throws Exception {
        ApiClient chair = new JavaPartner(set, "gb-chair").client();
        for (Class<?> type : apis()) {
            Object api = type.getConstructor(ApiClient.class).newInstance(chair);
            List<UUID> ids = new ArrayList<>();
            for (Method operation : reads(type)) {
                call(api, operation, null).ifPresent(answer -> ids.addAll(ids(answer)));
            }
            for (Method operation : reads(type)) {
                ids.stream()
                        .filter(id -> call(api, operation, id).isPresent())
                        .findFirst()
                        .ifPresent(id -> read.add(operation.getName()));
            }
        }
        assertEquals(List.of(), unreadable);
        assertTrue(read.size() >= ENOUGH, () -> read.size() + " reads: " + read);
    }

    /** The answer to this read; empty if it wants an id or has no use for one, and where it is refused. */
    private Optional<Object> call(Object api, Method operation, UUID id) {
        try {
            Object request =
                    operation.getParameterTypes()[0].getMethod("newBuilder").invoke(null);
            Optional<Method> withId = Stream.of(request.getClass().getMethods())
                    .filter(method -> method.getName().equals("id") && method.getParameterTypes()[0] == UUID.class)
                    .findFirst();
            if (withId.isPresent() != (id != null)) {
                return Optional.empty();
            }
            if (id != null) {
                withId.get().invoke(request, id);
            }
            Object answer =
                    operation.invoke(api, request.getClass().getMethod("build").invoke(request));
            read.add(operation.getName());
            if (answer instanceof File file) {
                assertTrue(file.length() > 0 && file.delete(), operation::getName);
            }
            return Optional.ofNullable(answer);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof ApiException refusal) || refusal.getCode() == 0) {
                unreadable.add(operation.getName() + ": " + e.getCause());
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(operation + " is generated otherwise than expected", e);
        }
    }

    /** The ids of the items of a page. */
    private static List<UUID> ids(Object answer) {
        List<UUID> ids = new ArrayList<>();
        try {
            if (answer.getClass().getMethod("getItems").invoke(answer) instanceof Collection<?> items) {
                for (Object item : items.stream().limit(5).toList()) {
                    if (item.getClass().getMethod("getId").invoke(item) instanceof UUID id) {
                        ids.add(id);
                    }
                }
            }
        } catch (ReflectiveOperationException noPage) {
            return ids;
        }
        return ids;
    }

    private static List<Method> reads(Class<?> api) {
        return Stream.of(api.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0].getEnclosingClass() == api)
                .filter(method -> method.getName().matches("(list|get|export|report|compile)[A-Z].*(?<!WithHttpInfo)"))
                .toList();
    }

    private static List<Class<?>> apis() throws IOException, ClassNotFoundException {
        String api = ContributionsApi.class.getPackageName();
        List<Class<?>> apis = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(PartnerProgram.CLIENTS.resolve("target/classes").resolve(api.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\w+Api\\.class")) {
                    apis.add(Class.forName(api + '.' + name.replace(".class", "")));
                }
            }
        }
        return apis;
    }
}
