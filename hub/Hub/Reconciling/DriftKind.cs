namespace IntegrationHub.Hub.Reconciling;

/// <summary>How a subscriber's copy differs from what it should hold.</summary>
public enum DriftKind
{
    /// <summary>The subscriber does not hold somebody it should.</summary>
    Missing,

    /// <summary>It holds other values.</summary>
    Different,

    /// <summary>It holds somebody it should not: merged, erased, outside its filter, or never known.</summary>
    Extra,
}
