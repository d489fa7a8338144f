package dev.oktamcp.handover.web;

import dev.oktamcp.handover.KeptSecret;
import dev.oktamcp.handover.KeptSecrets;
import dev.oktamcp.security.Human;
import dev.oktamcp.security.Page;
import dev.oktamcp.security.PageException;
import dev.oktamcp.security.PageTime;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.util.Map;

/// `/secret/{id}`: tells what it is, and shows it once, to whoever asks for it by the button. Links
/// are followed by machines; buttons are not.
@Page
@RequestMapping("/secret/{id}")
class SecretPages {

    private static final String ANEW =
            " If it is still needed, have it made anew: the same tool makes another.";

    private final KeptSecrets secrets;
    private final Clock clock;

    SecretPages(KeptSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal Human human) {
        var kept = waiting(id, human);
        return page("handover/secret", "A secret for a person", kept);
    }

    @PostMapping
    ModelAndView open(@PathVariable String id, @AuthenticationPrincipal Human human) {
        var kept = waiting(id, human);
        var opened = secrets.open(kept, human).orElseThrow(() -> gone(id));
        return page("handover/opened", "The secret", kept).addObject("secrets", opened);
    }

    /// @throws PageException where this person can't open it, or nobody can any more
    private KeptSecret waiting(String id, Human human) {
        var kept = secrets.find(id).orElseThrow(SecretPages::unknown);
        if (kept.openedAt() != null || !clock.instant().isBefore(kept.lapsesAt())) {
            throw gone(id);
        }
        if (kept.isOwnOf(human)) {
            throw new PageException(
                    HttpStatus.FORBIDDEN,
                    "Somebody else must open it",
                    "The call that made this secret came with the API token by which you signed in."
                            + " It can be opened by another one with the role approver or admin, or"
                            + " by Okta.");
        }
        return kept;
    }

    private PageException gone(String id) {
        var kept = secrets.find(id).orElseThrow(SecretPages::unknown);
        var openedAt = kept.openedAt();
        return openedAt == null
                ? new PageException(
                        HttpStatus.GONE,
                        "It has lapsed",
                        "Nobody opened this secret until %s; it is gone.%s"
                                .formatted(PageTime.minute(kept.lapsesAt()), ANEW))
                : new PageException(
                        HttpStatus.GONE,
                        "It was opened",
                        "%s opened this secret at %s; it is shown once, and gone. If that should not have been, make it worthless in Okta.%s"
                                .formatted(kept.openedBy(), PageTime.minute(openedAt), ANEW));
    }

    private static PageException unknown() {
        return new PageException(
                HttpStatus.NOT_FOUND,
                "There is no such secret",
                "The link is not complete, or older than a week.");
    }

    private static ModelAndView page(String template, String title, KeptSecret kept) {
        return new ModelAndView(
                template,
                Map.of(
                        "title",
                        title,
                        "kept",
                        kept,
                        "madeAt",
                        PageTime.minute(kept.keptAt()),
                        "until",
                        PageTime.minute(kept.lapsesAt())));
    }
}
