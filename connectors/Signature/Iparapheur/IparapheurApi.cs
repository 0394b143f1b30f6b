using System.Globalization;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>Addresses of the standard API, below the server's address.</summary>
internal sealed class IparapheurApi(IparapheurSettings settings)
{
    public const string Tenants = Root + "/tenant";

    /// <summary>Code of a failure: nothing at this address.</summary>
    public const string NotThere = "iparapheur.not-there";

    private const string Root = "api/standard/v1";

    private string Desk => $"{Desks}/{Uri.EscapeDataString(settings.Desk)}";

    public string Desks => $"{Tenants}/{Uri.EscapeDataString(settings.Tenant)}/desk";

    public string Types => Desk + "/types/creation-allowed";

    public string List(string state) => $"{Desk}/{state}";

    public string Page(string state, int number, int size) => HttpLink.Query(
        List(state), ("page", number.ToString(CultureInfo.InvariantCulture)), ("size", size.ToString(CultureInfo.InvariantCulture)), ("sort", "CREATION_DATE,ASC"));

    public string Create(bool start) => $"{Desk}/folder?autoStart={(start ? "true" : "false")}";

    public string Folder(string id) => $"{Desk}/folder/{Uri.EscapeDataString(id)}";
}
