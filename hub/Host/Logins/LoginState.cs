namespace IntegrationHub.Host.Logins;

/// <summary>How far a person's sign-in at an identity provider is.</summary>
public enum LoginState
{
    /// <summary>The browser has not come back.</summary>
    Waiting,

    /// <summary>The provider vouched for the person, and the record is durable.</summary>
    Vouched,

    /// <summary>It ended without an identity.</summary>
    Failed,
}
