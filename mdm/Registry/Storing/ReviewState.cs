namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>Where a review task stands.</summary>
public enum ReviewState
{
    Open,

    /// <summary>Closed by a decision.</summary>
    Decided,

    /// <summary>The doubt went away by itself: data changed.</summary>
    Moot,
}
