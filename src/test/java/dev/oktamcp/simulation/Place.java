package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// A place on the map, with the network people use there; the addresses are reserved for examples.
record Place(String city, String state, String country, String postalCode, double lat, double lon) {

    static final List<Place> ALL =
            List.of(
                    new Place("London", "England", "United Kingdom", "EC1A", 51.52, -0.1),
                    new Place("Berlin", "Land Berlin", "Germany", "10115", 52.53, 13.38),
                    new Place("Toronto", "Ontario", "Canada", "M5V", 43.64, -79.39),
                    new Place("Seattle", "Washington", "United States", "98101", 47.61, -122.33),
                    new Place("Sydney", "New South Wales", "Australia", "2000", -33.87, 151.21));

    static Place home() {
        return ALL.getFirst();
    }

    ObjectNode json() {
        var json =
                Json.object()
                        .put("city", city)
                        .put("state", state)
                        .put("country", country)
                        .put("postalCode", postalCode);
        json.putObject("geolocation").put("lat", lat).put("lon", lon);
        return json;
    }
}
