using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Egress;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Builds the socket side: proxy, certificates, the egress guard. Redirects and cookies are never handled here.</summary>
internal static class Transport
{
    /// <exception cref="HttpFailureException">A certificate or a secret cannot be read.</exception>
    public static SocketsHttpHandler Create(HttpSettings settings)
    {
        var network = settings.Network;
        var guard = new EgressGuard([.. network.Allow.Select(range => range.Value)]);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = network.Proxy is not null,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = settings.Concurrency,
            ConnectTimeout = TimeSpan.FromSeconds(Math.Min(15, settings.TimeoutSeconds)),
            SslOptions = new SslClientAuthenticationOptions { ClientCertificates = Client(network) },
        };
        if (network.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy.Value) { Credentials = Account(network) };
        }

        // The proxy is named by the architect and mostly private; it resolves the target's name itself, where the guard cannot look.
        handler.ConnectCallback = (context, cancellationToken) =>
            network.Proxy?.Value is { } way && way.Host == context.DnsEndPoint.Host && way.Port == context.DnsEndPoint.Port
                ? ConnectAsync(context.DnsEndPoint, cancellationToken)
                : guard.ConnectAsync(context, cancellationToken);
        if (network.Authorities is { } file)
        {
            handler.SslOptions.CertificateChainPolicy = Trust(Load(() =>
            {
                var authorities = new X509Certificate2Collection();
                authorities.ImportFromPemFile(file);
                return authorities;
            }, "network.authorities"));
        }

        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint proxy, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(proxy, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // An internal authority stands beside the system's own, which CustomRootTrust would hide: both are roots.
    private static X509ChainPolicy Trust(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        system.Open(OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(system.Certificates);
        return policy;
    }

    private static X509Certificate2Collection? Client(NetworkSettings network)
    {
        if (network.ClientCertificate is not { } file)
        {
            return null;
        }

        var password = network.ClientPassword is { } secret ? secret.Reveal() : null;
        var certificate = Load(() => (Path.GetExtension(file).ToLowerInvariant(), password) switch
        {
            (".pfx" or ".p12", _) => X509CertificateLoader.LoadPkcs12FromFile(file, password),
            (_, null) => X509Certificate2.CreateFromPemFile(file, network.ClientKey),
            _ => X509Certificate2.CreateFromEncryptedPemFile(file, password, network.ClientKey),
        }, "network.clientCertificate");
        return [certificate];
    }

    private static NetworkCredential? Account(NetworkSettings network)
    {
        if (network.ProxyAccount is not { } secret)
        {
            return null;
        }

        var parts = secret.Reveal().Split(':', 2);
        return new NetworkCredential(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static T Load<T>(Func<T> load, string setting)
    {
        try
        {
            return load();
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "certificate.unreadable", $"The file of {setting} cannot be read as a certificate ({error.GetType().Name}): check path, format and password."));
        }
    }
}
