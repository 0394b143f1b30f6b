namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>A sign-in on its way: what was asked for, then who answered.</summary>
/// <param name="Redirect">Where the browser goes back to.</param>
/// <param name="Scopes">Separated by a space.</param>
/// <param name="Level">The level asked for.</param>
/// <param name="State">Given back as it came.</param>
/// <param name="Nonce">Goes into the identity token.</param>
internal sealed record Grant(string Redirect, string Scopes, string Level, string State, string Nonce)
{
    /// <summary>Number of the person who answered.</summary>
    public int Person { get; init; }

    /// <summary>The trick played on the identity token.</summary>
    public Trick Identity { get; init; }

    /// <summary>The trick played on the claims.</summary>
    public Trick UserInfo { get; init; }

    /// <summary>Of the code, or of the access token it was given for.</summary>
    public DateTimeOffset Until { get; init; }
}
