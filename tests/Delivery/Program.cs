using IntegrationHub.Tests.Delivery;

// deliver FOLDER ENDPOINT SECRET OFFSET SEED STEPS: a hub that lives STEPS moves and tells them; it is meant to be killed.
return args is ["deliver", var folder, var endpoint, var secret, var offset, var seed, var steps]
    ? await ChildHub.RunAsync(folder, new Uri(endpoint), secret, int.Parse(offset), int.Parse(seed), int.Parse(steps))
    : throw new InvalidOperationException("usage: deliver FOLDER ENDPOINT SECRET OFFSET SEED STEPS");
