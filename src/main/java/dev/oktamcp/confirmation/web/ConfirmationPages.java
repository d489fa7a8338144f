package dev.oktamcp.confirmation.web;

import dev.oktamcp.confirmation.Confirmation;
import dev.oktamcp.confirmation.Decisions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/// `/confirm/{id}`: what a call would do, and two buttons.
@Page
@RequestMapping("/confirm/{id}")
class ConfirmationPages {

    private static final String YES = "yes";

    private final Decisions decisions;

    ConfirmationPages(Decisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal Human human) {
        var asked = open(id, human);
        return new ModelAndView(
                "confirmation/question",
                Map.of(
                        "title",
                        "Do you say yes to this?",
                        "id",
                        asked.id(),
                        "what",
                        asked.lines().getFirst(),
                        "lines",
                        asked.lines().subList(1, asked.lines().size()),
                        "tool",
                        asked.tool(),
                        "call",
                        asked.callId(),
                        "until",
                        PageTime.minute(asked.lapsesAt())));
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(name = "answer", defaultValue = "") String answer,
            @AuthenticationPrincipal Human human) {
        var approved = answer.equals(YES);
        var asked = open(id, human);
        if (!decisions.decide(asked, approved, human)) {
            throw decided();
        }
        return new ModelAndView(
                "console/message",
                Map.of(
                        "title",
                        approved ? "You said yes" : "You said no",
                        "text",
                        approved
                                ? "The call can be made once, as you saw it, until %s: tell whoever asked you to have it sent again."
                                        .formatted(PageTime.minute(asked.lapsesAt()))
                                : "Nothing is changed. The call is told so when it comes again."));
    }

    /// @throws PageException where there is nothing to decide, or not for this person
    private Confirmation open(String id, Human human) {
        var asked = decisions.find(id).orElseThrow(ConfirmationPages::unknown);
        if (asked.approved() != null) {
            throw decided();
        }
        if (!decisions.mayDecide(asked, human)) {
            throw new PageException(
                    HttpStatus.FORBIDDEN,
                    "Somebody else must decide",
                    "The call came with the API token by which you signed in. Another one with the"
                            + " role approver or admin can decide, or somebody whom Okta knows.");
        }
        return asked;
    }

    private static PageException decided() {
        return new PageException(
                HttpStatus.GONE, "It was decided", "Somebody has answered this question already.");
    }

    private static PageException unknown() {
        return new PageException(
                HttpStatus.NOT_FOUND,
                "There is no such question",
                "The link is not complete, or nobody answered in time. Have the call sent again: it"
                        + " is asked anew.");
    }
}
