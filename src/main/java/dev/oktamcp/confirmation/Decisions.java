package dev.oktamcp.confirmation;

import dev.oktamcp.audit.HumanActs;
import dev.oktamcp.security.Human;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Optional;

/// What people decide about questions that are put on a page. There is no decision without its
/// record.
@Component
public class Decisions {

    private final Confirmations confirmations;
    private final HumanActs acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Decisions(
            Confirmations confirmations,
            HumanActs acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.confirmations = confirmations;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The question of this id; empty where there is none, or none any more.
    public Optional<Confirmation> find(String id) {
        return confirmations.find(id);
    }

    /// Whether this person may decide: not about a call that came with the own API token.
    public boolean mayDecide(Confirmation asked, Human human) {
        return !asked.isOwnOf(human);
    }

    /// Says yes or no.
    ///
    /// @return whether it counts: nobody had decided before, and it had not lapsed
    /// @throws IllegalArgumentException where this person may not
    public boolean decide(Confirmation asked, boolean approved, Human human) {
        if (!mayDecide(asked, human)) {
            throw new IllegalArgumentException("Nobody says yes to what the own API token called");
        }
        return Boolean.TRUE.equals(transaction.execute(status -> decided(asked, approved, human)));
    }

    private boolean decided(Confirmation asked, boolean approved, Human human) {
        if (!confirmations.decide(asked.id(), approved, human.by())) {
            return false;
        }
        var act = approved ? HumanActs.Act.CONFIRMED : HumanActs.Act.REFUSED;
        acts.add(
                new HumanActs.Deed(
                        act,
                        human.by(),
                        human.name(),
                        asked.callId(),
                        asked.serverId(),
                        asked.connectionId(),
                        asked.tool()),
                clock.instant());
        return true;
    }
}
