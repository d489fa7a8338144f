package dev.oktamcp.simulation;

/// One `Link` header.
record Link(String rel, String href) {

    String header() {
        return "<" + href + ">; rel=\"" + rel + "\"";
    }
}
