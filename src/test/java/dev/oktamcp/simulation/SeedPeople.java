package dev.oktamcp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The people of the simulated company: first those whom a demo speaks of, then as many as needed.
final class SeedPeople {

    static final String ADMINISTRATOR = "margaret.hamilton@example.com";
    static final String LOCKED_OUT = "katherine.johnson@example.com";

    private static final String NAMED =
            """
            Margaret Hamilton|Engineering|Identity Administrator|ACTIVE
            Ada Lovelace|Engineering|Principal Engineer|ACTIVE
            Alan Turing|Engineering|Staff Engineer|SUSPENDED
            Grace Hopper|Engineering|Director of Engineering|ACTIVE
            Katherine Johnson|Finance|Analyst|LOCKED_OUT
            Edsger Dijkstra|Engineering|Contract Engineer|DEPROVISIONED
            Hedy Lamarr|Marketing|Brand Lead|PASSWORD_EXPIRED
            Claude Shannon|Sales|Account Executive|RECOVERY
            Annie Easley|Support|Support Engineer|PROVISIONED
            Joan Clarke|Human Resources|Recruiter|STAGED
            Barbara Liskov|Engineering|Architect|ACTIVE
            Radia Perlman|Engineering|Network Engineer|ACTIVE
            Dorothy Vaughan|Engineering|Engineering Manager|ACTIVE
            Mary Jackson|Sales|Director of Sales|ACTIVE
            Jean Bartik|Support|Head of Support|ACTIVE
            Lynn Conway|Finance|Controller|ACTIVE
            Karen Jones|Human Resources|People Partner|ACTIVE
            Frances Allen|Marketing|Campaign Manager|ACTIVE
            Donald Knuth|Engineering|Contract Writer|ACTIVE
            Dennis Ritchie|Engineering|Engineer|ACTIVE
            """;
    private static final List<String> FIRST_NAMES =
            List.of(
                    "Amara", "Bruno", "Chiara", "Diego", "Elif", "Farid", "Greta", "Hiro", "Ines",
                    "Jonas", "Kavya", "Liam", "Mila", "Noah", "Olga", "Pedro", "Quinn", "Rosa",
                    "Sven", "Tara");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Adler", "Bianchi", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad",
                    "Ivanova", "Jansen", "Kumar", "Lopez", "Moreau", "Novak", "Okafor", "Patel",
                    "Rossi", "Silva", "Tanaka", "Weber");
    private static final List<String> DEPARTMENTS =
            List.of(
                    "Engineering",
                    "Sales",
                    "Support",
                    "Engineering",
                    "Marketing",
                    "Finance",
                    "Sales",
                    "Human Resources");
    private static final List<String> TITLES =
            List.of("Specialist", "Senior Specialist", "Manager", "Contract Specialist", "Analyst");

    private SeedPeople() {}

    /// The administrator comes first.
    static List<Person> first(int count) {
        var people = new ArrayList<Person>();
        for (var line : NAMED.strip().split("\n", -1)) {
            people.add(named(line.split("\\|", -1)));
        }
        for (var number = 0; people.size() < count; number++) {
            people.add(made(number));
        }
        return people.subList(0, count);
    }

    private static Person named(String... facts) {
        var name = facts[0].split(" ", -1);
        return new Person(
                login(name[0], name[1], ""),
                name[0],
                name[1],
                facts[1],
                facts[2],
                UserStatus.valueOf(facts[3]));
    }

    /// The steps keep every pair of names apart until all 400 are used; then numbers do.
    private static Person made(int number) {
        var size = FIRST_NAMES.size();
        var first = FIRST_NAMES.get(number % size);
        var last = LAST_NAMES.get((7 * number + number / size) % size);
        var round = number / (size * size);
        return new Person(
                login(first, last, round == 0 ? "" : Integer.toString(round)),
                first,
                last,
                DEPARTMENTS.get(number % DEPARTMENTS.size()),
                TITLES.get(number % TITLES.size()),
                status(number));
    }

    private static UserStatus status(int number) {
        return switch (number % 39) {
            case 3 -> UserStatus.STAGED;
            case 8 -> UserStatus.PROVISIONED;
            case 13 -> UserStatus.SUSPENDED;
            case 18, 37 -> UserStatus.DEPROVISIONED;
            case 23 -> UserStatus.LOCKED_OUT;
            case 28 -> UserStatus.PASSWORD_EXPIRED;
            case 33 -> UserStatus.RECOVERY;
            default -> UserStatus.ACTIVE;
        };
    }

    private static String login(String first, String last, String number) {
        var name = first + "." + last + number;
        return name.toLowerCase(Locale.ROOT) + "@example.com";
    }
}
