using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>One change on its way to one subscriber.</summary>
internal sealed class Delivery(ChangeView change)
{
    public ChangeView Change => change;

    private DateTimeOffset _failedAt;

    /// <summary>Attempts that say something about this change; waiting for a target that is down is none.</summary>
    public int Attempts { get; private set; }

    /// <summary>It failed again although others got through since: the change is to blame, not the receiver as a whole.</summary>
    public bool FailsAlone { get; private set; }

    public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;

    /// <param name="now">When this attempt failed.</param>
    /// <param name="othersSucceeded">When another change was last taken.</param>
    public void Failed(DateTimeOffset now, DateTimeOffset othersSucceeded)
    {
        FailsAlone = Attempts > 0 && othersSucceeded > _failedAt;
        _failedAt = now;
        Attempts++;
    }
}
