using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Identity.Ldap;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Ldap;

/// <summary>A real OpenLDAP server of the system's packages on a free loopback port, with eleven of the town hall's staff; stopped by its own process id.</summary>
public sealed class Slapd : IAsyncLifetime
{
    public const string Base = "ou=agents,dc=mairie,dc=example";
    private const string Root = "cn=admin,dc=mairie,dc=example";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"hub-ldap-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private Process? server;

    public LdapSettings Settings => new()
    {
        Host = "127.0.0.1", Port = port, Security = LdapSecurity.None, Account = Root, Password = new Secret($"file:{folder}/password"), Base = Base, PageSize = 3,
        Attributes = ["uid", "sn", "givenName", "mail", "employeeNumber", "description", "title"],
    };

    public string WrongPassword => $"file:{folder}/wrong";

    public void Change(string uid, string attribute, string value) =>
        Ask(new ModifyRequest($"uid={uid},{Base}", DirectoryAttributeOperation.Replace, attribute, value));

    public void Remove(string uid) => Ask(new DeleteRequest($"uid={uid},{Base}"));

    public void Add(string uid, params (string Name, string Value)[] more) =>
        Ask(new AddRequest($"uid={uid},{Base}", [
            new DirectoryAttribute("objectClass", "inetOrgPerson"), new DirectoryAttribute("cn", $"Durand {uid}"), new DirectoryAttribute("sn", "Durand"),
            .. more.Select(entry => new DirectoryAttribute(entry.Name, entry.Value))]));

    public async Task InitializeAsync()
    {
        const string Program = "/usr/sbin/slapd";
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("slapd is not installed: run 'apt-get install -y --no-install-recommends slapd', then the tests again");
        }

        Directory.CreateDirectory(Path.Combine(folder, "db"));
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), "s3cret-of-slapd");
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong"), "another-s3cret");
        await File.WriteAllTextAsync(Path.Combine(folder, "slapd.conf"), $"""
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            pidfile {folder}/pid
            database mdb
            suffix "dc=mairie,dc=example"
            rootdn "{Root}"
            rootpw s3cret-of-slapd
            directory {folder}/db
            """);
        server = Process.Start(new ProcessStartInfo(Program, ["-f", $"{folder}/slapd.conf", "-h", string.Create(CultureInfo.InvariantCulture, $"ldap://127.0.0.1:{port}"), "-d", "0"]) { UseShellExecute = false });
        for (var tries = 0; !await AnswersAsync(); tries++)
        {
            if (tries > 100 || server!.HasExited)
            {
                throw new InvalidOperationException("slapd did not start");
            }

            await Task.Delay(100);
        }

        Ask(new AddRequest("dc=mairie,dc=example", new DirectoryAttribute("objectClass", "dcObject", "organization"), new DirectoryAttribute("o", "mairie"), new DirectoryAttribute("dc", "mairie")));
        Ask(new AddRequest(Base, new DirectoryAttribute("objectClass", "organizationalUnit"), new DirectoryAttribute("ou", "agents")));
        for (var number = 1; number <= 10; number++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"agent{number}"), ("givenName", "Anne"), ("mail", $"agent{number}@mairie.example"));
        }

        Add("agent11", ("employeeNumber", Planted.Nir), ("description", $"IBAN {Planted.Iban}, NIR {Planted.Nir}"), ("title", Planted.Iban));
    }

    public async Task DisposeAsync()
    {
        server!.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Ask(DirectoryRequest request)
    {
        using var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", port)) { AuthType = AuthType.Basic };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind(new NetworkCredential(Root, "s3cret-of-slapd"));
        connection.SendRequest(request);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
