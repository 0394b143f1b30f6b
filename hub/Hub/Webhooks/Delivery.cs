using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>One change on its way to one subscriber.</summary>
internal sealed class Delivery(ChangeView change)
{
    public ChangeView Change => change;

    /// <summary>Attempts that say something about this change; waiting for a target that is down is none.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;
}
