namespace IntegrationHub.Hub.Publishing;

/// <summary>Why a sender came to its end by itself.</summary>
public enum SenderEnd
{
    /// <summary>The subscription is held, paused or stopped.</summary>
    NotActive,

    /// <summary>Another node delivers it now.</summary>
    LeaseLost,
}
