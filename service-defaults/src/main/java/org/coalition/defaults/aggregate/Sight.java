package org.coalition.defaults.aggregate;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.audit.NeedToKnow;

/** Asks the repository of a kind what of it the caller may know; of a kind without a repository nobody may know. */
@Singleton
class Sight implements NeedToKnow {
    private final Instance<Aggregates<?, ?>> repositories;

    Sight(@Any Instance<Aggregates<?, ?>> repositories) {
        this.repositories = repositories;
    }

    @Override
    public Set<UUID> visibleAmong(String noun, Collection<UUID> ids) {
        return repositories.stream()
                .filter(repository -> repository.noun().equals(noun))
                .findFirst()
                .map(repository -> repository.visibleAmong(ids))
                .orElse(Set.of());
    }

    @Override
    public boolean isVisible(UUID id) {
        return repositories.stream().anyMatch(repository -> repository.isVisible(id));
    }
}
