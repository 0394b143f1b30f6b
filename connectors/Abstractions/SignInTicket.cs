using System.Security.Cryptography;

namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What binds a person's return to the moment they were sent away: unguessable, used once, never logged.</summary>
public sealed record SignInTicket
{
    /// <summary>Where the provider sends the browser back to, exactly as declared there.</summary>
    public required Uri Callback { get; init; }

    /// <summary>Where the provider sends the browser after it has ended its own session; null when nobody asks it to.</summary>
    public Uri? AfterLogout { get; init; }

    /// <summary>Comes back in the browser's address (RFC 6749, 10.12).</summary>
    public required string State { get; init; }

    /// <summary>Comes back inside the signed token (OpenID Connect Core, 3.1.2.1).</summary>
    public required string Nonce { get; init; }

    /// <summary>Proof key for the code (RFC 7636), for providers that ask for one.</summary>
    public required string Verifier { get; init; }

    /// <summary>Each secret holds 256 random bits: more than the 32 characters providers ask for.</summary>
    public static SignInTicket New(Uri callback, Uri? afterLogout = null) => new() { Callback = callback, AfterLogout = afterLogout, State = Random(), Nonce = Random(), Verifier = Random() };

    /// <summary>Nothing of it prints.</summary>
    public override string ToString() => "***";

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
