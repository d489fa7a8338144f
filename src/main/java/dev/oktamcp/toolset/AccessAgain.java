package dev.oktamcp.toolset;

import java.util.ArrayList;
import java.util.List;

/// How somebody comes by access again after a plan that ends it, as far as its steps are done.
record AccessAgain(List<PlanStep> plan) {

    private static final String UNSUSPEND = "unsuspend_user lets the person in again; ";
    private static final String ACTIVATE = "activate_user begins the account anew; ";

    AccessAgain {
        plan = List.copyOf(plan);
    }

    /// In a sentence.
    String afterContaining() {
        return sentence(
                does(EndingSteps.OF_FACTORS)
                        ? "sessions and factors stay gone."
                        : "sessions stay gone.");
    }

    /// In a sentence.
    String afterOffboarding() {
        var lost = new ArrayList<String>();
        if (does(LeavingGroups.NAME)) {
            lost.add("groups");
        }
        if (does(EndingSteps.OF_DEACTIVATION)) {
            lost.add("apps");
        }
        return sentence(
                lost.isEmpty()
                        ? "sessions stay gone."
                        : String.join(" and ", lost) + " have to be given anew.");
    }

    private String sentence(String lost) {
        if (does(EndingSteps.OF_DEACTIVATION)) {
            return ACTIVATE + lost;
        }
        return does(EndingSteps.OF_SUSPENSION)
                ? UNSUSPEND + lost
                : Character.toUpperCase(lost.charAt(0)) + lost.substring(1);
    }

    private boolean does(String step) {
        return PlanStep.does(plan, step);
    }
}
