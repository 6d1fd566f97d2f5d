package bandstand.client;

import java.util.Optional;

/**
 * A daemon to talk to, and what to show it.
 *
 * @param token empty for none
 * @param kept where another may come to lie
 */
public record Found(Address address, String token, Optional<KeptToken> kept) {}
