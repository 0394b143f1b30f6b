using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>A system of identifiers that differs by connection: <c>franceconnect:{connection}</c>. A provider gives each client other subjects, so two connections must never share one system.</summary>
internal static class ConnectionName
{
    private const string Mark = "{connection}";

    public static CitizenPart Fill(CitizenPart part, string connection)
    {
        var identifiers = part.Citizen.Identifiers;
        for (var i = 0; i < identifiers.Count; i++)
        {
            if (identifiers[i].System.EndsWith(Mark, StringComparison.Ordinal))
            {
                return part with { Citizen = part.Citizen with { Identifiers = [.. identifiers.Select(one => one with { System = one.System.Replace(Mark, connection, StringComparison.Ordinal) })] } };
            }
        }

        return part;
    }
}
