namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a receiver made of a call.</summary>
public abstract record Received
{
    private Received() { }

    /// <summary>The sender is who it says; the records may be none (a ping, an event of no interest).</summary>
    /// <param name="Records">To be committed before the call is acknowledged.</param>
    /// <param name="Rejected">Pieces that could not become records.</param>
    /// <param name="Answer">Body of the acknowledgement where the sender expects one (a validation code); null for none.</param>
    public sealed record Accepted(IReadOnlyList<SourceRecord> Records, IReadOnlyList<RejectedRecord> Rejected, string? Answer = null) : Received;

    /// <summary>Not trusted (<see cref="FailureKind.Denied"/>), not understood (<see cref="FailureKind.Refused"/>), or not to be completed now (<see cref="FailureKind.Passing"/>, <see cref="FailureKind.Throttled"/>: the sender is to try again); nothing is stored.</summary>
    public sealed record Refused(Failure Failure) : Received;
}
