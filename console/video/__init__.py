"""Video: the ports that services speak to, and the engine behind them."""
