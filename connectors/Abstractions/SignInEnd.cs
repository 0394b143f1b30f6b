namespace IntegrationHub.Connectors.Abstractions;

/// <summary>How a sign-in at a foreign provider ended.</summary>
public abstract record SignInEnd
{
    private SignInEnd() { }

    /// <param name="Record">What the provider vouches for.</param>
    /// <param name="Logout">Where the browser goes to end the provider's session; null when it has none, or nobody asked. It holds a token: never logged.</param>
    public sealed record Vouched(SourceRecord Record, Uri? Logout) : SignInEnd
    {
        /// <summary>Nothing of it prints.</summary>
        public override string ToString() => nameof(Vouched);
    }

    public sealed record Failed(Failure Failure) : SignInEnd;
}
