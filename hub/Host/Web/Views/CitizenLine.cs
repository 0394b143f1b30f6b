namespace IntegrationHub.Host.Web.Views;

/// <summary>One attribute of a person as shown: the attribute group's name and its values, one per line.</summary>
public sealed record CitizenLine(string Attribute, IReadOnlyList<string> Values)
{
    public string Text => string.Join(" · ", Values);
}
