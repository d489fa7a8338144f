package dev.oktamcp.handover;

import dev.oktamcp.audit.HumanActs;
import dev.oktamcp.security.Human;
import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.store.EncryptedColumn;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Vault;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.SafeText;
import dev.oktamcp.tool.SecretKeeper;
import dev.oktamcp.tool.ToolCall;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps secrets encrypted until a person opens them, once and at whichever replica, or their time
/// is over.
@Component
public class KeptSecrets implements SecretKeeper {

    static final EncryptedColumn COLUMN = new EncryptedColumn("kept_secret", "content");

    /// For how long a secret can be opened.
    private static final Duration OPEN_FOR = Duration.ofMinutes(15);

    /// For how long it is known that there was one.
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    private static final int LONGEST_ARGUMENTS = 2000;
    private static final int LONGEST_NAME = 200;
    private static final TypeReference<List<Secret>> SECRETS = new TypeReference<>() {};

    private final KeptSecretTable table;
    private final HumanActs acts;
    private final Vault vault;
    private final PublicUrl publicUrl;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    KeptSecrets(
            KeptSecretTable table,
            HumanActs acts,
            Vault vault,
            PublicUrl publicUrl,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.acts = acts;
        this.vault = vault;
        this.publicUrl = publicUrl;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Kept keep(ToolCall call, String arguments, List<Secret> secrets) {
        var kept = kept(call, PlainText.of(SafeText.of(arguments), LONGEST_ARGUMENTS));
        var boundTo = COLUMN.boundTo(kept.id());
        table.insert(kept, vault.encrypt(json.writeValueAsBytes(secrets), boundTo));
        return new Kept(publicUrl.of("/secret/" + kept.id()), kept.lapsesAt());
    }

    private KeptSecret kept(ToolCall call, String arguments) {
        var caller = call.caller();
        var now = Rows.micros(clock.instant());
        return new KeptSecret(
                UUID.randomUUID().toString(),
                call.id(),
                caller.server().id(),
                caller.server().name(),
                caller.connectionId(),
                caller.server().orgUrl(),
                caller.access().apiToken(),
                call.definition().name(),
                call.definition().title(),
                arguments,
                now,
                now.plus(OPEN_FOR),
                null,
                null);
    }

    /// What is known of one; empty where there never was, or a week ago.
    public Optional<KeptSecret> find(String id) {
        return table.find(id);
    }

    /// Opens one. It is recorded, and then it is gone.
    ///
    /// @return empty where it was opened before, or has lapsed
    /// @throws IllegalArgumentException where the call came with this person's own API token
    public Optional<List<Secret>> open(KeptSecret kept, Human human) {
        if (kept.isOwnOf(human)) {
            throw new IllegalArgumentException("Nobody opens what the own API token has made");
        }
        var opened = transaction.execute(status -> taken(kept, human));
        return opened == null ? Optional.empty() : opened;
    }

    private Optional<List<Secret>> taken(KeptSecret kept, Human human) {
        var now = Rows.micros(clock.instant());
        var content = table.content(kept.id());
        if (content.isEmpty() || !table.take(kept.id(), named(human), now)) {
            return Optional.empty();
        }
        acts.add(deed(kept, human), now);
        var secrets = vault.decrypt(content.get(), COLUMN.boundTo(kept.id()));
        return Optional.of(json.readValue(secrets, SECRETS));
    }

    private static String named(Human human) {
        return PlainText.of(human.name(), LONGEST_NAME);
    }

    private static HumanActs.Deed deed(KeptSecret kept, Human human) {
        return new HumanActs.Deed(
                HumanActs.Act.OPENED_SECRET,
                human.by(),
                human.name(),
                kept.callId(),
                kept.serverId(),
                kept.connectionId(),
                kept.tool());
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forget() {
        var now = clock.instant();
        table.forgetLapsed(now);
        table.deleteLapsedBefore(now.minus(KNOWN_FOR));
    }
}
