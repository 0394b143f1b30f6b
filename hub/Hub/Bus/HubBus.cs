using MassTransit;

namespace IntegrationHub.Hub.Bus;

/// <summary>Opens the message bus: in memory, or RabbitMQ where an address is given.</summary>
public static class HubBus
{
    /// <param name="address"><c>rabbitmq://user:password@host/vhost</c> or <c>amqps://…</c>; null for a bus inside this process.</param>
    /// <param name="receive">Consumers of this process: for tests and for applications that share it.</param>
    /// <exception cref="FormatException">The address is none; it is not repeated, for it may hold a password.</exception>
    public static IBusControl Open(string? address, Action<IReceiveEndpointConfigurator>? receive = null)
    {
        if (address is null)
        {
            return MassTransit.Bus.Factory.CreateUsingInMemory(bus =>
            {
                if (receive is not null)
                {
                    bus.ReceiveEndpoint("hub", receive);
                }
            });
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("rabbitmq" or "rabbitmqs" or "amqp" or "amqps"))
        {
            throw new FormatException("a bus address is rabbitmq://user:password@host/vhost, or amqps://… over TLS");
        }

        var (user, password) = uri.UserInfo.Split(':', 2) is [var name, var secret] ? (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)) : ("guest", "guest");
        return MassTransit.Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(new UriBuilder(uri) { UserName = "", Password = "" }.Uri, host =>
            {
                host.Username(user);
                host.Password(password);
                host.PublisherConfirmation = true;
            });
            if (receive is not null)
            {
                bus.ReceiveEndpoint("hub", receive);
            }
        });
    }
}
