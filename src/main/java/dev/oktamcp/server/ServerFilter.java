package dev.oktamcp.server;

import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolFilter;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The formula of the filter:
///
/// allowed(operation) = method ∈ methods ∧ (tags = ∅ ∨ tags ∩ ≠ ∅) ∧ not excluded ∧ scope granted ∧
/// the kind of credential fits ∧ what stands in the URL lets it through
///
/// visible(tool) = every operation it requires is allowed ∧ (include = ∅ ∨ named there) ∧ not
/// excluded
///
/// A toolset that crosses areas has no operation of its own. Where tags or the URL name it, its
/// tools have the operations that they need, as far as all the rest lets them.
final class ServerFilter implements ToolFilter {

    private final AllowedMethods methods;
    private final Set<String> tags;
    private final Set<String> include;
    private final Set<String> exclude;
    private final Set<String> hiddenFields;
    private final ToolExposure exposure;
    private final CredentialKind credential;
    private final @Nullable Set<String> granted;
    private final Narrowing narrowing;
    private final Key key;

    private record Key(
            ServerDefinition.Config config,
            Set<String> hiddenFields,
            CredentialKind credential,
            @Nullable Set<String> granted,
            Narrowing narrowing) {}

    /// @param hiddenFields of the connection; those of the server are added
    /// @param granted the scopes that our tokens can have; null where that is not known, as with
    ///   API tokens
    ServerFilter(
            ServerDefinition.Config config,
            Set<String> hiddenFields,
            CredentialKind credential,
            @Nullable Set<String> granted) {
        this(new Key(config, hiddenFields, credential, granted, Narrowing.NONE));
    }

    private ServerFilter(Key key) {
        var filter = key.config().filter();
        this.methods = AllowedMethods.of(filter.methods());
        this.tags = lowerCase(filter.tags());
        this.include = filter.include();
        this.exclude = filter.exclude();
        this.hiddenFields = union(filter.hiddenFields(), key.hiddenFields());
        this.exposure = key.config().toolExposure();
        this.credential = key.credential();
        this.granted = key.granted();
        this.narrowing = key.narrowing();
        this.key = key;
    }

    /// The same, and no more than what stands in the URL.
    ServerFilter narrowed(Narrowing to) {
        return to.equals(narrowing)
                ? this
                : new ServerFilter(
                        new Key(key.config(), key.hiddenFields(), credential, granted, to));
    }

    Narrowing narrowing() {
        return narrowing;
    }

    @Override
    public Optional<Cause> refuses(OperationFacts operation) {
        return refuses(operation, null);
    }

    @Override
    public Optional<Cause> refuses(ToolDefinition tool, OperationFacts operation) {
        return refuses(operation, tool.toolset().crossesAreas() ? tool.toolset() : null);
    }

    /// @param across a toolset whose tools need operations of several areas
    private Optional<Cause> refuses(OperationFacts operation, @Nullable Toolset across) {
        if (!narrowing.allows(operation, across)) {
            return Optional.of(Cause.PATH);
        }
        if (!methods.allow(operation)) {
            return Optional.of(Cause.METHOD);
        }
        if (!hasTag(operation, across)) {
            return Optional.of(Cause.TAG);
        }
        if (exclude.contains(operation.id())) {
            return Optional.of(Cause.EXCLUDED);
        }
        if (!operation.credentials().contains(credential)) {
            return Optional.of(Cause.CREDENTIAL);
        }
        return operation.scopes().stream().allMatch(this::granted)
                ? Optional.empty()
                : Optional.of(Cause.SCOPE);
    }

    private boolean hasTag(OperationFacts operation, @Nullable Toolset across) {
        return tags.isEmpty()
                || operation.tags().stream().anyMatch(tags::contains)
                || (across != null && tags.contains(across.tag()));
    }

    /// The scopes that this operation needs and our tokens can't have.
    Set<String> missing(OperationFacts operation) {
        return operation.scopes().stream()
                .filter(scope -> !granted(scope))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasScopes(@Nullable Set<String> scopes) {
        return Objects.equals(granted, scopes);
    }

    /// A scope to manage is one to read too.
    private boolean granted(String scope) {
        return granted == null
                || granted.contains(scope)
                || (scope.endsWith(".read")
                        && granted.contains(scope.replaceFirst("\\.read$", ".manage")));
    }

    @Override
    public Optional<Cause> hides(ToolDefinition tool) {
        if (exclude.contains(tool.name())) {
            return Optional.of(Cause.EXCLUDED);
        }
        if (!include.isEmpty() && !include.contains(tool.name())) {
            return Optional.of(Cause.NOT_INCLUDED);
        }
        return tool.requires().stream()
                .flatMap(operation -> refuses(tool, operation).stream())
                .findFirst()
                .or(() -> hidesAll(tool.reaches()));
    }

    /// What leads nowhere is not there.
    private Optional<Cause> hidesAll(List<ToolDefinition> reached) {
        return reached.stream().anyMatch(tool -> hides(tool).isEmpty())
                ? Optional.empty()
                : reached.stream().flatMap(tool -> hides(tool).stream()).findFirst();
    }

    @Override
    public boolean lists(ToolDefinition tool) {
        var named =
                tool.toolset().onlyByName()
                        ? names(tool.toolset())
                        : !tags.isEmpty() || narrowing.toolset() != null;
        return exposure.lists(tool.exposure(), named);
    }

    private boolean names(Toolset toolset) {
        return tags.contains(toolset.tag()) || narrowing.toolset() == toolset;
    }

    @Override
    public Set<String> hiddenFields() {
        return hiddenFields;
    }

    @Override
    public String path() {
        return narrowing.path();
    }

    @Override
    public Object key() {
        return key;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lowerCase(Set<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
