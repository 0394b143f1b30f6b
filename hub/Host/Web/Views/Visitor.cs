using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Web.Views;

/// <summary>Who looks at a page, in which language, and where the page stands.</summary>
/// <param name="Account">Null while nobody is signed in.</param>
/// <param name="Path">Path and query of this page, for the language switch to come back to.</param>
public sealed record Visitor(string? Account, Role? Role, Words Words, string Path)
{
    public bool May(Operation operation) => Role is { } role && PolicyTable.Allows(role, operation);
}
