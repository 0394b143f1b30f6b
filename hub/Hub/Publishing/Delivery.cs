using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Publishing;

/// <summary>One change on its way to one subscriber.</summary>
internal sealed class Delivery(ChangeView change)
{
    public ChangeView Change => change;

    private DateTimeOffset _startedBefore;

    /// <summary>Attempts that say something about this change; waiting for a target that is down is none.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the attempt under way, or the last one, began.</summary>
    public DateTimeOffset StartedAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>It failed again although others got through since its attempt before began: the change is to blame, not the receiver as a whole.</summary>
    public bool FailsAlone { get; private set; }

    public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Up to a tenth more than the delay, different for each change and attempt, so that a recovering receiver is not hit by all at once.</summary>
    public TimeSpan Spread(TimeSpan delay)
    {
        var mixed = ((ulong)change.Sequence + ((ulong)Attempts << 32)) * 0x9E3779B97F4A7C15;
        return delay * (1 + ((mixed >> 40) / (10.0 * (1 << 24))));
    }

    /// <param name="othersSucceeded">When another change was last taken.</param>
    public void Failed(DateTimeOffset othersSucceeded)
    {
        FailsAlone = Attempts > 0 && othersSucceeded > _startedBefore;
        _startedBefore = StartedAt;
        Attempts++;
    }
}
