package dev.oktamcp.fuzz;

import dev.oktamcp.fuzz.Node.Member;
import dev.oktamcp.fuzz.Node.Members;
import dev.oktamcp.fuzz.Node.Raw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Makes of a valid message one that is not quite valid: by its grammar, or byte by byte.
final class Mutations {

    private static final List<String> BAD_UTF8 =
            List.of("C080", "EDA080", "FF", "E282", "F4908080", "EFBBBF", "00", "FEFF");

    private final Chance chance;

    Mutations(Chance chance) {
        this.chance = chance;
    }

    /// Changes a few places of it.
    void ofGrammar(Node message) {
        for (int i = chance.below(2); i >= 0; i--) {
            change(chance.of(message.objects()).all());
        }
    }

    private void change(List<Member> members) {
        if (members.isEmpty() || chance.oneIn(6)) {
            members.add(new Member(Oddities.key(chance), odd()));
            return;
        }
        var place = chance.below(members.size());
        var member = members.get(place);
        switch (chance.below(7)) {
            case 0 -> members.remove(place);
            case 1 -> members.add(member);
            case 2 -> members.add(new Member(otherCase(member.key()), member.value()));
            case 3 -> members.set(place, new Member(Oddities.key(chance), member.value()));
            case 4 -> members.set(place, new Member(member.key(), nested(member.value())));
            default -> members.set(place, new Member(member.key(), odd()));
        }
    }

    private Node odd() {
        return new Raw(Oddities.value(chance));
    }

    private String otherCase(String key) {
        return chance.oneIn(2) ? key.toUpperCase(Locale.ROOT) : key.toLowerCase(Locale.ROOT);
    }

    private Node nested(Node value) {
        var nested = value;
        for (int i = chance.below(80); i >= 0; i--) {
            nested = new Members(new ArrayList<>(List.of(new Member("a", nested))));
        }
        return nested;
    }

    /// Changes a few bytes of it.
    byte[] ofBytes(byte[] message) {
        var bytes = message;
        for (int i = chance.below(3); i >= 0; i--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        var place = chance.below(bytes.length + 1);
        return switch (chance.below(6)) {
            case 0 -> joined(bytes, place, bytes.length);
            case 1 -> joined(bytes, place, place, chance.bytes(1 + chance.below(8)));
            case 2 -> joined(bytes, place, Math.min(bytes.length, place + 1), chance.bytes(1));
            case 3 -> joined(bytes, place, place, HexFormat.of().parseHex(chance.of(BAD_UTF8)));
            case 4 -> joined(bytes, place, place, bytes);
            default -> chance.oneIn(20) ? recoded(bytes) : chance.bytes(chance.below(200));
        };
    }

    private static byte[] recoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
    }

    /// Puts something in the place of what is from here to there.
    private static byte[] joined(byte[] bytes, int from, int to, byte... something) {
        var all = new byte[from + something.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(something, 0, all, from, something.length);
        System.arraycopy(bytes, to, all, from + something.length, bytes.length - to);
        return all;
    }
}
