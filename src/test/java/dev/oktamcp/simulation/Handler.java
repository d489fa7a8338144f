package dev.oktamcp.simulation;

/// One operation of the API; it runs alone on the store.
@FunctionalInterface
interface Handler {

    Answer handle(Call call);
}
