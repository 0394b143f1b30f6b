using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Host.Logins;

/// <summary>One person's way to an identity provider and back. Immutable: each step is a new one in the book.</summary>
public sealed record CitizenLogin
{
    public required string Id { get; init; }

    public required string Connection { get; init; }

    /// <summary>Account or key that asked for it, and alone may read its outcome.</summary>
    public required string By { get; init; }

    /// <summary>Where the browser goes at the end; null shows a page of the hub.</summary>
    public Uri? ReturnTo { get; init; }

    public required SignInTicket Ticket { get; init; }

    /// <summary>Opens the way once: the address the browser is sent to.</summary>
    public required string Start { get; init; }

    /// <summary>Handed to <see cref="ReturnTo"/> through the browser: who asks for the identity shows it, so that nobody sends somebody else through their own login.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Hash of the cookie of the browser that went; null before it did.</summary>
    public string? Browser { get; init; }

    /// <summary>The return was taken: another one is not.</summary>
    public bool Returned { get; init; }

    public LoginState State { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>Whom the record stands behind now; empty while it waits, failed, or when the person is not to be shown.</summary>
    public IReadOnlyList<AbsorbedPart> People { get; init; } = [];

    /// <summary>Nothing of it prints.</summary>
    public override string ToString() => Id;
}
