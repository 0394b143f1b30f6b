using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>How a human order ended: done and committed, or refused with nothing written.</summary>
public abstract record OrderResult
{
    private OrderResult() { }

    /// <param name="Decisions">Decisions it made or withdrew; undo takes back all of one action by any of its ids.</param>
    /// <param name="Changes">The change rows it committed; empty when no golden record changed.</param>
    public sealed record Done(IReadOnlyList<long> Decisions, IReadOnlyList<RegistryChange> Changes) : OrderResult;

    /// <param name="Decisions">The decisions in force that stand against it.</param>
    public sealed record Refused(Refusal Reason, IReadOnlyList<long> Decisions) : OrderResult;
}
