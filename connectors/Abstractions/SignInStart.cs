namespace IntegrationHub.Connectors.Abstractions;

/// <summary>The beginning of a sign-in at a foreign provider.</summary>
public abstract record SignInStart
{
    private SignInStart() { }

    /// <param name="Address">Where the person's browser goes.</param>
    public sealed record Ready(Uri Address) : SignInStart;

    public sealed record Failed(Failure Failure) : SignInStart;
}
